"""A file of HTML becomes a PDF; says how long that took in a Python that is there already, in milliseconds."""

import sys
import time

import weasyprint

html, pdf, variant = sys.argv[1:]
started = time.perf_counter()
document = weasyprint.HTML(html).render()
document.write_pdf(pdf, variant=variant or None)
print((time.perf_counter() - started) * 1000)
