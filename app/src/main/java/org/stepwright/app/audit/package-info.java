/** Auditing a workspace or files, cleaning up what was found, and measuring what that changed. */
package org.stepwright.app.audit;
