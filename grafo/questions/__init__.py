"""Questions in Cypher, one file each, and their answers."""

from grafo.questions.header import Parameter, Question
from grafo.questions.library import find_question, questions
from grafo.questions.names import country_code, government_id, theme_id
from grafo.questions.parameters import bind_parameters

__all__ = [
    "Parameter",
    "Question",
    "bind_parameters",
    "country_code",
    "find_question",
    "government_id",
    "questions",
    "theme_id",
]
