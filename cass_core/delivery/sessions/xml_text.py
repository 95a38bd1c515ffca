"""XML documents as bytes."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element


def xml_text(root: Element, kind: str = "") -> bytes:
    """A document, indented.

    Args:
        root: its only element.
        kind: the line that names the kind of document; nothing for none.

    Returns:
        UTF-8 with a declaration.
    """
    ElementTree.indent(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"{kind}\n" if kind else "")
    return head.encode() + ElementTree.tostring(root, encoding="utf-8") + b"\n"
