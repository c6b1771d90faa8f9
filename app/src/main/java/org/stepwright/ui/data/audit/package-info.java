/** The Audit tab: what should not be learned from, and what to do about it. */
package org.stepwright.ui.data.audit;
