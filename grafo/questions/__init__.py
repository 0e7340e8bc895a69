"""Questions in Cypher, one file each, and their answers."""

from grafo.questions.header import Parameter, Question
from grafo.questions.library import find_question, questions
from grafo.questions.parameters import bind_parameters, government_id

__all__ = [
    "Parameter",
    "Question",
    "bind_parameters",
    "find_question",
    "government_id",
    "questions",
]
