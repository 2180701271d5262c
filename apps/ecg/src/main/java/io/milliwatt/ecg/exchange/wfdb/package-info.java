/** Records for PhysioNet's WFDB tools: header, samples and annotations of the node's beats and rhythms, in a ZIP archive. */
package io.milliwatt.ecg.exchange.wfdb;
