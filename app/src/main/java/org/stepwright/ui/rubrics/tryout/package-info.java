/** What a draft and its verifiers say of real steps before anybody labels. */
package org.stepwright.ui.rubrics.tryout;
