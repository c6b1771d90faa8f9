/** Automatic checks of steps: facts first, safe against hostile input. */
package org.stepwright.verify;
