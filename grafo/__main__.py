"""`python -m grafo` is the same as `grafo`."""

from grafo.cli import main

if __name__ == "__main__":
    main()
