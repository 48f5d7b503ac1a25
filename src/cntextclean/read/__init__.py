"""Bytes to text: inputs found, unpacked within limits, decoded, taken out of HTML, records and layouts."""
