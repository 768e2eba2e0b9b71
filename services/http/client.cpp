#include "services/http/client.h"

#include <curl/curl.h>

#include <QUrl>

#include <algorithm>

namespace wemo::http {

namespace {
struct Answer {
    Response response;
    qsizetype limit = 0;
    bool tooLarge = false;
};

size_t onBody(char *data, size_t size, size_t count, void *context) {
    auto *answer = static_cast<Answer *>(context);
    const qsizetype length = static_cast<qsizetype>(size * count);
    answer->tooLarge = answer->response.body.size() + length > answer->limit;
    if (answer->tooLarge)
        return 0;
    answer->response.body.append(data, length);
    return size * count;
}

size_t onHeader(char *data, size_t size, size_t count, void *context) {
    auto *answer = static_cast<Answer *>(context);
    const QByteArray line = QByteArray(data, static_cast<qsizetype>(size * count)).trimmed();
    const qsizetype colon = line.indexOf(':');
    if (line.startsWith("HTTP/"))
        answer->response.headers.clear(); // those of a 100 Continue do not count
    else if (colon > 0 && answer->response.headers.size() < 200)
        answer->response.headers.append({line.first(colon), line.mid(colon + 1).trimmed()});
    return size * count;
}

/// A curl handle with its kept-alive connections: one a thread, gone with the thread.
class Handle {
public:
    Handle()
        : m_easy((started(), curl_easy_init())) {}
    ~Handle() { curl_easy_cleanup(m_easy); }
    Q_DISABLE_COPY_MOVE(Handle)
    CURL *get() const { return m_easy; }

private:
    static bool started() {
        static const bool done = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
        return done;
    }
    CURL *m_easy;
};

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

HeaderList headerList(const ClientRequest &request) {
    curl_slist *list = curl_slist_append(nullptr, "Expect:"); // waiting for "100 Continue" only costs time
    bool typed = false;
    for (const auto &[name, value] : request.headers) {
        list = curl_slist_append(list, (name + ": " + value).constData());
        typed = typed || name.compare("Content-Type", Qt::CaseInsensitive) == 0;
    }
    if (!typed)
        list = curl_slist_append(list, "Content-Type:"); // else curl claims a form
    return {list, &curl_slist_free_all};
}

void setBody(CURL *easy, const ClientRequest &request) {
    if (request.method == "HEAD")
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    if (!request.body.isEmpty() || request.method == "POST" || request.method == "PUT") {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.constData());
    }
    if (request.method != "GET" && request.method != "HEAD")
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.constData());
    // When a kept-alive connection dies under a request, curl sends it again by itself, even a POST that may have
    // arrived. What must not happen twice gets a connection of its own.
    const bool repeatable = request.method == "GET" || request.method == "HEAD";
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, repeatable ? 0L : 1L);
}

void setUp(CURL *easy, const ClientRequest &request, const QUrl &url, Answer &answer) {
    const long total = static_cast<long>(std::max<qint64>(1, request.timeout.count()));
    curl_easy_setopt(easy, CURLOPT_URL, url.toEncoded().constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, total);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, std::min(total, 5000L));
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "wemo-service/" WEMO_VERSION);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &answer);
    const QString host = url.host();
    if (host == "localhost" || host == "::1" || host.startsWith("127."))
        curl_easy_setopt(easy, CURLOPT_PROXY, ""); // http_proxy of the environment is for the world outside
}

ClientFailure explain(CURL *easy, CURLcode code, const Answer &answer) {
    // "Pretransfer" is the moment at which the first byte of the request may leave.
    curl_off_t pretransfer = 0;
    curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &pretransfer);
    const QString detail = QString::fromLatin1(curl_easy_strerror(code));
    const bool arrived = pretransfer > 0;
    if (answer.tooLarge)
        return {arrived, {ErrorKind::TooLarge, "answer-too-large", "The other side answered with too much.", detail}};
    if (code == CURLE_OPERATION_TIMEDOUT)
        return {arrived, {ErrorKind::Timeout, "peer-timeout", "The other side did not answer in time.", detail}};
    return {arrived, {ErrorKind::Unavailable, "peer-unreachable", "The other side could not be reached.", detail}};
}
} // namespace

tl::expected<Response, ClientFailure> Client::send(const ClientRequest &request) {
    thread_local const Handle handle;
    const QUrl url(request.url, QUrl::StrictMode);
    if (!handle.get() || !url.isValid() || url.host().isEmpty() || (url.scheme() != "http" && url.scheme() != "https"))
        return tl::unexpected(
            ClientFailure{false, {ErrorKind::InvalidInput, "bad-url", "This is not an http or https address.", {}}});
    Answer answer{{}, request.maxAnswer, false};
    CURL *easy = handle.get();
    curl_easy_reset(easy); // options only; connections stay
    setUp(easy, request, url, answer);
    setBody(easy, request);
    const HeaderList headers = headerList(request);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    const CURLcode code = curl_easy_perform(easy);
    if (code != CURLE_OK)
        return tl::unexpected(explain(easy, code, answer));
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    answer.response.status = static_cast<int>(status);
    return std::move(answer.response);
}

} // namespace wemo::http
