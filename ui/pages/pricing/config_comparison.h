#pragma once
#include "ui/pages/pricing/worked_examples.h"

namespace wemo::pages::pricing {

/// Two configs field by field, in the console's words, and example rides priced under both.
class ConfigComparison final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigComparison)

public:
    explicit ConfigComparison(QWidget *parent = nullptr);
    /// Names such as "Version 3" and "Version 4".
    void compare(const wemo::pricing::Config &before, const QString &beforeName, const wemo::pricing::Config &after,
                 const QString &afterName, Instant start, const CatalogNames &names);
    QTreeWidget *fields() const { return m_fields; }
    WorkedExamples *examples() const { return m_examples; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    wemo::pricing::Config m_before;
    wemo::pricing::Config m_after;
    CatalogNames m_names;
    QString m_beforeName;
    QString m_afterName;
    QLabel *m_same;
    QTreeWidget *m_fields;
    WorkedExamples *m_examples;
};

} // namespace wemo::pages::pricing
