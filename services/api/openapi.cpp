#include "services/api/openapi.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::api {

namespace {
Failure bad(const QString &what) {
    return failure(ErrorKind::Internal, "bad-openapi", "The API description is broken.", what);
}

QString addAll(QJsonObject &into, const QJsonObject &from) {
    for (auto member = from.begin(); member != from.end(); ++member) {
        if (into.contains(member.key()))
            return member.key();
        into.insert(member.key(), member.value());
    }
    return {};
}

/// What is done at one path may stand in several fragments.
QString addPaths(QJsonObject &into, const QJsonObject &from) {
    for (auto path = from.begin(); path != from.end(); ++path) {
        QJsonObject item = into[path.key()].toObject();
        if (const QString twice = addAll(item, path.value().toObject()); !twice.isEmpty())
            return path.key() + ' ' + twice;
        into[path.key()] = item;
    }
    return {};
}

/// Adds a fragment's paths and each section of its components.
QString merge(QJsonObject &document, const QJsonObject &fragment) {
    QJsonObject paths = document["paths"].toObject(), components = document["components"].toObject();
    QString twice = addPaths(paths, fragment["paths"].toObject());
    const QJsonObject added = fragment["components"].toObject();
    for (auto section = added.begin(); section != added.end(); ++section) {
        QJsonObject merged = components[section.key()].toObject();
        const QString name = addAll(merged, section.value().toObject());
        twice = name.isEmpty() ? twice : name;
        components[section.key()] = merged;
    }
    document["paths"] = paths;
    document["components"] = components;
    return twice;
}

void findBrokenRefs(const QJsonValue &value, const QJsonObject &document, QStringList &faults) {
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            findBrokenRefs(item, document, faults);
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() != "$ref" || !member.value().isString()) {
            findBrokenRefs(member.value(), document, faults);
            continue;
        }
        QJsonValue target = document;
        const QStringList steps = member.value().toString().split('/');
        for (qsizetype i = 1; i < steps.size(); ++i)
            target = target.toObject().value(steps[i]);
        if (steps.first() != "#" || target.isUndefined())
            faults.append("leads nowhere: " + member.value().toString());
    }
}

bool hasErrorAnswer(const QJsonObject &operation) {
    const QStringList answers = operation["responses"].toObject().keys();
    return std::any_of(answers.cbegin(), answers.cend(), [](const QString &status) {
        return status == "default" || status.startsWith('4') || status.startsWith('5');
    });
}
} // namespace

Result<QJsonObject> openApiDocument(const QString &folder) {
    QStringList names = QDir(folder).entryList({"*.json"}, QDir::Files, QDir::Name);
    if (!names.removeOne("base.json"))
        return bad("no base.json in " + folder);
    names.prepend("base.json");
    QJsonObject document;
    for (const QString &name : std::as_const(names)) {
        QFile file(folder + '/' + name);
        QJsonParseError problem;
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QJsonObject fragment = QJsonDocument::fromJson(text, &problem).object();
        if (fragment.isEmpty())
            return bad(name + ": " + problem.errorString());
        if (document.isEmpty())
            document = fragment;
        else if (const QString twice = merge(document, fragment); !twice.isEmpty())
            return bad(name + ": there already: " + twice);
    }
    return document;
}

QStringList openApiFaults(const QJsonObject &document, const QList<Route> &routes) {
    QStringList faults;
    QSet<QString> documented, present;
    const QJsonObject paths = document["paths"].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (auto operation = item.begin(); operation != item.end(); ++operation) {
            if (operation.key() == "parameters")
                continue;
            const QString name = operation.key().toUpper() + ' ' + path.key();
            documented.insert(name);
            if (!hasErrorAnswer(operation.value().toObject()))
                faults.append("no error answer: " + name);
        }
    }
    for (const Route &route : routes)
        present.insert(QString::fromLatin1(route.method) + ' ' + route.pattern);
    for (const QString &name : present - documented)
        faults.append("not in the document: " + name);
    for (const QString &name : documented - present)
        faults.append("not in the table: " + name);
    findBrokenRefs(document, document, faults);
    faults.sort();
    return faults;
}

Route openApiRoute(const QJsonObject &document) {
    const QByteArray text = QJsonDocument(document).toJson(QJsonDocument::Compact);
    return {"GET", "/api/openapi.json", Access::Public, std::nullopt,
            [text](const Context &) -> Result<http::Response> {
                http::Response response;
                response.headers.emplaceBack("Content-Type", "application/json");
                response.body = text;
                return response;
            }};
}

} // namespace wemo::api
