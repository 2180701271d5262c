package io.milliwatt.energy;

/** What a node has told of its work, summed over its boots; see the contract's ledger. */
public record LedgerCounts(
        long samples,
        long windows,
        long judgedWindows,
        long framesBuilt,
        long framesSent,
        long bytesSent,
        long bytesReceived,
        long awakeMillis,
        long asleepMillis,
        long flashBytesProgrammed,
        long flashPagesErased) {}
