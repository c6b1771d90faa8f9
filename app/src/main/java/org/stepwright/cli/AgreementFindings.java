package org.stepwright.cli;

import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.ConsensusResult;

/**
 * What the command agreement found.
 *
 * @param study agreement, taken apart
 * @param consensus what the steps are taken to be and how the annotators stand to it
 */
record AgreementFindings(AgreementStudy study, ConsensusResult consensus) {}
