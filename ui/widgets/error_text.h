#pragma once
#include "ui/client/api_error.h"

namespace wemo::ui {

/// A problem in the language of the console.
struct ErrorText {
    QString sentence; ///< what happened and, where there is something, what to do; never empty
    QString words;    ///< second line: the wrong fields, or what the service itself said where we know no better
};

/// By the code of the problem, else by its kind. The one place that decides what staff read of an error.
ErrorText errorText(const ApiError &error);

/// What is wrong with one field; a code nobody knows here is told in the service's words.
QString fieldText(const FieldError &field);

/// Problem codes and field codes that have a sentence of their own.
QStringList knownProblemCodes();
QStringList knownFieldCodes();

} // namespace wemo::ui
