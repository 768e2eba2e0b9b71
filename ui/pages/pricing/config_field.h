#pragma once
#include "ui/pages/pricing/catalog_names.h"
#include "ui/pages/pricing/config_draft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace wemo::pages::pricing {

/// One field of a config: its input, and beneath it what is wrong. Whatever is typed is told as text.
class ConfigField final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigField)

public:
    /// The input gets `path` as its object name, the message beneath "error:" and the path.
    ConfigField(const FieldSpec &spec, const QString &path, const QString &label, const CatalogNames &names,
                QWidget *parent = nullptr);
    QString text() const;
    void setText(const QString &text); ///< tells nobody
    void setError(const QString &error);
    void setReadOnly(bool readOnly);
    QWidget *input() const { return m_input; }

Q_SIGNALS:
    void edited(const QString &text);
    void undoRequested();
    void redoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLine();
    void makeChoice(const CatalogNames &names);
    void makeDays();

    FieldSpec m_spec;
    QWidget *m_input = nullptr;
    QLineEdit *m_line = nullptr;
    QComboBox *m_choice = nullptr;
    QList<QToolButton *> m_days;
    QLabel *m_error;
};

} // namespace wemo::pages::pricing
