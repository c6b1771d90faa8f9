/** Backups as this user set them: which stay, and when the daily one is made. */
package org.stepwright.app.backup;
