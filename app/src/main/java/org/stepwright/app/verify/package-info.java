/**
 * The verifier that runs code. It is off until the user of this machine gives the command that runs
 * it; a rubric, which may come from a stranger, never can.
 */
package org.stepwright.app.verify;
