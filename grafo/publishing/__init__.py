"""Publication: the graph as open data on a static site, every thing at the path of its IRI."""

from grafo.publishing.options import Profile, PublishOptions
from grafo.publishing.site import Graph, Published, publish

__all__ = ["Graph", "Profile", "PublishOptions", "Published", "publish"]
