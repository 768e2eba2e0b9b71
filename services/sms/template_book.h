#pragma once
#include "models/sms/template.h"

namespace wemo::sms {

/// The templates there are, read once at start. Thread-safe.
class TemplateBook {
public:
    /// Internal "bad-template" with what is wrong, for one that cannot be read or is not sound, and for two of a name.
    static Result<TemplateBook> load(const QString &folder = QStringLiteral(":/sms/templates"));

    const Template *find(const QString &name) const;           ///< null: there is none
    const QList<Template> &all() const { return m_templates; } ///< by name

private:
    explicit TemplateBook(QList<Template> templates)
        : m_templates(std::move(templates)) {}
    QList<Template> m_templates;
};

} // namespace wemo::sms
