/** Who a patient is; kept apart from everything else that is known of the patient. */
package io.milliwatt.ecg.identity;
