/**
 * Documents of headings, paragraphs, tables and drawings, written as Markdown and as one HTML page that needs nothing from elsewhere.
 */
package io.milliwatt.training.document;
