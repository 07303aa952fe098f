"""How small shapes look in expected bodies; texts are those that the factories make."""

HERE = "http://testserver"


def text(english):
    return {"en": english, "ru": f"{english} (ru)", "ja": f"{english} (ja)"}


def reference(noun, key, name):
    return {"key": key, "url": f"{HERE}/api/v1/{noun}/{key}/", "name": name}


def own(noun, key):
    """What every record with a page begins with."""
    return {"key": key, "url": f"{HERE}/api/v1/{noun}/{key}/", "html_url": f"{HERE}/{noun}/{key}/"}
