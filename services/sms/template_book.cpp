#include "services/sms/template_book.h"

#include <QDir>

namespace wemo::sms {

namespace {
Failure bad(const QString &file, const QString &why) {
    return failure(ErrorKind::Internal, "bad-template", "A text template cannot be used.", file + ": " + why);
}

Result<Template> readTemplate(const QDir &folder, const QString &name) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return bad(name, file.errorString());
    const Result<QJsonObject> json = parseJsonObject(file.readAll());
    if (!json)
        return bad(name, json.error().message);
    Result<Template> one = templateFromJson(*json);
    if (!one)
        return bad(name, one.error().fields.value(0).path + ' ' + one.error().fields.value(0).message);
    if (const QStringList faults = faultsOf(*one); !faults.isEmpty())
        return bad(name, faults.join("; "));
    return one;
}
} // namespace

Result<TemplateBook> TemplateBook::load(const QString &folder) {
    const QDir dir(folder);
    QList<Template> templates;
    const QStringList names = dir.entryList({"*.json"}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        Result<Template> one = readTemplate(dir, name);
        if (!one)
            return Failure(one.error());
        if (name != one->name + ".json") // which also keeps two of a name apart
            return bad(name, "it holds " + one->name);
        templates.append(*std::move(one));
    }
    if (templates.isEmpty())
        return bad(folder, "there is none");
    return TemplateBook(std::move(templates));
}

const Template *TemplateBook::find(const QString &name) const {
    const auto found =
        std::find_if(m_templates.begin(), m_templates.end(), [&name](const Template &one) { return one.name == name; });
    return found == m_templates.end() ? nullptr : &*found;
}

} // namespace wemo::sms
