/** Two answers to one problem side by side. Knows the storage, not the label screen around it. */
package org.stepwright.ui.label.compare;
