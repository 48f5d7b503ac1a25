"""Write the schemas anew, beside this file."""

from pathlib import Path

from cntextclean.schema import GENERATED, generate_schema

for kind, (name, _) in GENERATED.items():
    Path(__file__).with_name(name).write_text(generate_schema(kind), encoding="utf-8")
