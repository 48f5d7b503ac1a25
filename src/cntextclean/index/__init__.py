"""The archive: texts with their anchors and signatures in a folder, asked without the files they came from."""
