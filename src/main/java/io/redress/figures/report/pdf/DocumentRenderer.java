package io.redress.figures.report.pdf;

/** Makes documents of XSL-FO. */
public interface DocumentRenderer {

    /**
     * The document as PDF.
     *
     * @param source XSL-FO of ours, in which all values are escaped
     */
    byte[] pdf(String source);
}
