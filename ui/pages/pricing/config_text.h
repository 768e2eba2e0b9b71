#pragma once
#include "ui/pages/pricing/catalog_names.h"

#include <QWidget>

class QLabel;

namespace wemo::pages::pricing {

/// What a config says, a short line a step, in the language of the console: "First 6 min NT$15", "from 6 min NT$2.5
/// per min", "At most NT$300 in each 24 h".
QStringList configLines(const wemo::pricing::Config &config, const CatalogNames &names);
/// The first steps in one line, for a row of a list: "First 6 min NT$15 · from 6 min NT$2.5 per min".
QString configSummary(const wemo::pricing::Config &config, const CatalogNames &names);

/// configLines() as a list to read and to copy.
class ConfigView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigView)

public:
    explicit ConfigView(QWidget *parent = nullptr);
    void setConfig(const wemo::pricing::Config &config, const CatalogNames &names);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    wemo::pricing::Config m_config;
    CatalogNames m_names;
    QLabel *m_text;
};

} // namespace wemo::pages::pricing
