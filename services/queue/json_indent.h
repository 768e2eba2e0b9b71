#pragma once
#include <QByteArray>

namespace wemo::queue {

/// JSON text broken into lines for people. Numbers, names and their order stay as they were written, which a parser
/// would not keep; what is no JSON comes back unchanged in words.
QByteArray indentJson(const QByteArray &json);

} // namespace wemo::queue
