package org.stepwright.prm.eval;

/**
 * A step that the model was sure about and got wrong.
 *
 * @param traceId the trace's id
 * @param step the step's index, from 0
 * @param reward the model's reward
 * @param correct whether the step is correct in truth
 * @param text the step's text, at most 300 characters of it
 */
public record Mistake(String traceId, int step, double reward, boolean correct, String text) {}
