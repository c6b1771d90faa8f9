/** Sentence vectors from the bundled encoder, through ONNX Runtime. */
package org.stepwright.prm.encode;
