package io.milliwatt.dsp.fixedpoint;

/**
 * Where and how widely a spectrum's floor is measured.
 *
 * @param gridStepOrderQ16 distance of the points, 1 … 2²⁴ (the grid is never finer than one bin)
 * @param halfWidthOrderQ16 reach of a median to either side, 0 … 2²⁴
 * @param limitOrders no line above this multiple of the shaft's frequency is used, 1 … 255
 * @param minimumHalfWidthBins reach of a median at least, 1 … 255
 * @param limitMilliHertz no line above this frequency is used; the stream's low-pass filter ends there
 * @param points of the grid at most, 2 … 255
 */
public record FloorGrid(
        int gridStepOrderQ16,
        int halfWidthOrderQ16,
        int limitOrders,
        int minimumHalfWidthBins,
        int limitMilliHertz,
        int points) {}
