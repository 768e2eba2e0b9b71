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
/// Text and how deep it is in brackets.
struct Writer {
    QByteArray out;
    int depth = 0;
    void newLine() { out += '\n' + QByteArray(depth * 2, ' '); }
    void open(char bracket) {
        out += bracket;
        ++depth;
        newLine();
    }
    void close(char bracket) {
        --depth;
        newLine();
        out += bracket;
    }
};
} // namespace

QByteArray indentJson(const QByteArray &json) {
    if (QJsonDocument::fromJson(json).isNull())
        return json;
    Writer writer;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            const qsizetype end = endOfString(json, i);
            writer.out += json.mid(i, end - i);
            i = end - 1;
        } else if (c == '{' || c == '[') {
            const qsizetype next = nextSign(json, i + 1);
            if (next < json.size() && (json[next] == '}' || json[next] == ']')) {
                writer.out += QByteArray(1, c) + json[next];
                i = next;
            } else {
                writer.open(c);
            }
        } else if (c == '}' || c == ']') {
            writer.close(c);
        } else if (c == ',') {
            writer.out += c;
            writer.newLine();
        } else if (!isSpace(c)) {
            writer.out += c == ':' ? QByteArray(": ") : QByteArray(1, c);
        }
    }
    return std::move(writer.out);
}

} // namespace wemo::queue
