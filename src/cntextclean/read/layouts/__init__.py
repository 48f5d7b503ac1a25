"""Page layouts that OCR engines write: lines with boxes, in reading order."""
