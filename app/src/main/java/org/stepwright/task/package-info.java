/** Long work with explicit states, progress and cancel. No JavaFX in here. */
package org.stepwright.task;
