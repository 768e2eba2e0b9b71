#include "services/api/body.h"

#include "models/core/json_reader.h"

namespace wemo::api {

namespace {
constexpr int maxDepth = 20;

/// Counts brackets outside of strings, before the parser recurses over them.
bool isTooDeep(const QByteArray &text) {
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            ++depth;
        else if (!inString && (c == '}' || c == ']'))
            --depth;
        if (depth > maxDepth)
            return true;
    }
    return false;
}

bool isJson(const QByteArray &contentType) {
    const qsizetype end = contentType.indexOf(';');
    return contentType.first(end < 0 ? contentType.size() : end).trimmed().toLower() == "application/json";
}
} // namespace

Result<QJsonObject> jsonBody(const http::Request &request, qsizetype maxBytes) {
    if (!isJson(request.header("Content-Type")))
        return failure(ErrorKind::InvalidInput, "unsupported-media-type", "The body must be application/json.");
    if (request.body.size() > maxBytes)
        return failure(ErrorKind::TooLarge, "body-too-large",
                       QString("The body may have %1 bytes at most.").arg(maxBytes));
    if (isTooDeep(request.body))
        return failure(ErrorKind::InvalidInput, "malformed-json", "The body is nested too deeply.");
    return parseJsonObject(request.body);
}

} // namespace wemo::api
