/** What people say about steps, and, kept apart, what machines suggest. */
package org.stepwright.label;
