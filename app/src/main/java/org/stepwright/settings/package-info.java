/** What this user set on this machine, and where the keys of connections come from. */
package org.stepwright.settings;
