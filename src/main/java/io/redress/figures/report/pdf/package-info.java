/** The weekly report as a document to print: XSL-FO, with a font that has the shop's characters. */
@NullMarked
package io.redress.figures.report.pdf;

import org.jspecify.annotations.NullMarked;
