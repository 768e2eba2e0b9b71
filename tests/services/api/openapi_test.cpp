#include "services/api/openapi.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace wemo;
using namespace wemo::api;

namespace {
Route route(const QByteArray &method, const QString &pattern) {
    return {method, pattern, Access::Public, std::nullopt, {}};
}

QJsonObject parsed(const QByteArray &text) {
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}
} // namespace

class OpenApiTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    void write(const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
    }

private Q_SLOTS:
    void ourDocumentIsWhole() {
        const Result<QJsonObject> document = openApiDocument();
        QVERIFY2(document, document ? "" : qPrintable(document.error().detail));
        QVERIFY((*document)["openapi"].toString().startsWith("3.1"));
        // Every path is "not in the table" of nothing; anything else would be a fault of the document itself.
        const QStringList faults = openApiFaults(*document, {});
        for (const QString &fault : faults)
            QVERIFY2(fault.startsWith("not in the table: "), qPrintable(fault));
        QVERIFY(faults.size() > 10);
        const QJsonObject paths = (*document)["paths"].toObject();
        QSet<QString> operations;
        for (const QJsonValue &item : paths)
            for (const QJsonValue &operation : item.toObject())
                if (operation.isObject()) {
                    const QString id = operation.toObject()["operationId"].toString();
                    QVERIFY(!id.isEmpty());
                    QVERIFY2(!operations.contains(id), qPrintable(id));
                    operations.insert(id);
                }
    }

    void differencesAreFoundBothWays() {
        const QJsonObject document =
            parsed("{'paths':{'/a':{'get':{'responses':{'200':{},'default':{}}},'post':{'responses':{'200':{}}}},"
                   "'/b':{'get':{'responses':{'404':{'$ref':'#/components/x'}}}}}}");
        QCOMPARE(openApiFaults(document, {route("GET", "/a"), route("POST", "/a"), route("GET", "/c")}),
                 (QStringList{"leads nowhere: #/components/x", "no error answer: POST /a",
                              "not in the document: GET /c", "not in the table: GET /b"}));
    }

    void fragmentsAreMergedAndNamesAreUnique() {
        QVERIFY(!openApiDocument(m_folder.path())); // no base
        write("base.json", "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{}},\"components\":{\"schemas\":{\"A\":{}}}}");
        write("more.json", "{\"paths\":{\"/b\":{}},\"components\":{\"schemas\":{\"B\":{}},\"parameters\":{\"P\":{}}}}");
        const Result<QJsonObject> merged = openApiDocument(m_folder.path());
        QVERIFY(merged);
        QCOMPARE((*merged)["paths"].toObject().keys(), (QStringList{"/a", "/b"}));
        QCOMPARE((*merged)["components"].toObject()["schemas"].toObject().keys(), (QStringList{"A", "B"}));
        write("twice.json", "{\"components\":{\"schemas\":{\"A\":{}}}}");
        QVERIFY(openApiDocument(m_folder.path()).error().detail.contains("twice.json"));
        write("more.json", "{\"paths\":{\"/b\":{\"get\":{}}}}");
        write("twice.json", "{\"paths\":{\"/b\":{\"post\":{}}}}");
        QCOMPARE((*openApiDocument(m_folder.path()))["paths"].toObject()["/b"].toObject().keys(),
                 (QStringList{"get", "post"}));
        write("twice.json", "{\"paths\":{\"/b\":{\"get\":{}}}}");
        QVERIFY(openApiDocument(m_folder.path()).error().detail.contains("/b get"));
        write("twice.json", "{");
        QVERIFY(!openApiDocument(m_folder.path()));
    }
};

QTEST_APPLESS_MAIN(OpenApiTest)
#include "openapi_test.moc"
