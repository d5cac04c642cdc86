package org.attune.customer.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Settings of care; a setting outside its allowed range stops the start. */
@Component
class CareSettings {
    private final int arrearsDays;

    CareSettings(@Value("${attune.care.arrears-days:5}") int arrearsDays) {
        if (arrearsDays < 1 || arrearsDays > 30) {
            throw new IllegalArgumentException("attune.care.arrears-days must lie between 1 and 30: " + arrearsDays);
        }
        this.arrearsDays = arrearsDays;
    }

    /** Days of arrears from which a customer is protected. */
    int arrearsDays() {
        return arrearsDays;
    }
}
