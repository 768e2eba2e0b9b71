#include "services/queue/json_indent.h"

#include <QJsonDocument>

namespace wemo::queue {

namespace {
bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The end of the string that begins at `from`, behind its quote.
qsizetype endOfString(const QByteArray &json, qsizetype from) {
    for (qsizetype i = from + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

qsizetype nextSign(const QByteArray &json, qsizetype from) {
    while (from < json.size() && isSpace(json[from]))
        ++from;
    return from;
}
} // namespace

QByteArray indentJson(const QByteArray &json) {
    if (QJsonDocument::fromJson(json).isNull())
        return json;
    QByteArray out;
    int depth = 0;
    const auto newLine = [&] { out += '\n' + QByteArray(depth * 2, ' '); };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            const qsizetype end = endOfString(json, i);
            out += json.mid(i, end - i);
            i = end - 1;
        } else if (c == '{' || c == '[') {
            out += c;
            const qsizetype next = nextSign(json, i + 1);
            if (next < json.size() && (json[next] == '}' || json[next] == ']')) {
                out += json[next];
                i = next;
                continue;
            }
            ++depth;
            newLine();
        } else if (c == '}' || c == ']') {
            --depth;
            newLine();
            out += c;
        } else if (c == ',') {
            out += c;
            newLine();
        } else if (c == ':') {
            out += ": ";
        } else if (!isSpace(c)) {
            out += c;
        }
    }
    return out;
}

} // namespace wemo::queue
