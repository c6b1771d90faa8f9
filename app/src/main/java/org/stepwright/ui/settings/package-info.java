/** Theme, name, connections to live models and their keys. */
package org.stepwright.ui.settings;
