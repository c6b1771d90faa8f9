/** What a user and the log learn of a failure. */
package org.stepwright.error;
