/** Audits that need a fitted model: text of low signal, and labels that models do not believe. */
package org.stepwright.prm.audit;
