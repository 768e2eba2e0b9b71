#pragma once
#include "services/demo/chance.h"

#include <QString>

namespace wemo::demo {

struct Text {
    const char *templateName;
    QString text;
    int validityMinutes;
};

/// In English for those who have chosen it.
Text otpText(bool english = false);
Text transactionalText(const Chance &chance);
Text marketingText(const Chance &chance);

} // namespace wemo::demo
