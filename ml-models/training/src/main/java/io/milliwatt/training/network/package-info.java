/**
 * Small networks in floating point: their layers, training by gradients from TensorFlow, and pruning with fine-tuning. TensorFlow only gives
 * gradients; the weights and the steps taken are ours, which keeps training repeatable to the bit and lets a mask hold weights at zero.
 */
package io.milliwatt.training.network;
