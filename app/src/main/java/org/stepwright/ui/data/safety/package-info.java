/** The Backups tab: copies of the workspace, and going back to one. */
package org.stepwright.ui.data.safety;
