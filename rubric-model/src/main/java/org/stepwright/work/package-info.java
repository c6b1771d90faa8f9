/** What every long piece of work needs: progress, cancel, and a failure that a user can read. */
package org.stepwright.work;
