#pragma once
#include "models/blocking/policy_record.h"
#include "ui/client/api_error.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace wemo::pages::blocking {

class SpanField;

/// A policy to fill in, with what it means as one sentence above it while it is filled in.
class PolicyForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyForm)

public:
    explicit PolicyForm(QWidget *parent = nullptr);
    /// Forgets what was filled in.
    void setRecord(const wemo::blocking::PolicyRecord &record);
    /// As it is filled in; version and author are those it was read with.
    wemo::blocking::PolicyRecord record() const;
    /// Saves over this version from now on; what is filled in stays.
    void setBase(const wemo::blocking::PolicyRecord &record) { m_base = record; }
    const wemo::blocking::PolicyRecord &base() const { return m_base; }
    bool isDirty() const;
    /// What is missing or does not fit; empty when it can be saved.
    QString fault() const;
    void setReadOnly(bool readOnly);
    void showFieldErrors(const QList<FieldError> &fields);
    void focusFirst();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QLabel *addRow(const char *name, QWidget *input);
    void fillChoices();
    void onChanged();
    void retranslate();

    wemo::blocking::PolicyRecord m_base;
    bool m_quiet = false;
    QLabel *m_sentence;
    QFormLayout *m_rows;
    QLineEdit *m_id;
    QComboBox *m_kind;
    QComboBox *m_event;
    QSpinBox *m_limit;
    SpanField *m_window;
    SpanField *m_block;
    SpanField *m_longest;
    SpanField *m_decay;
    QComboBox *m_mode;
    QLineEdit *m_note;
    QLabel *m_fault;
    QList<QLabel *> m_labels; ///< in the order of the rows
};

/// What of `from` is another in `to`, a line each: "Limit: 5 → 8".
QStringList policyDifference(const wemo::blocking::PolicyRecord &from, const wemo::blocking::PolicyRecord &to);

} // namespace wemo::pages::blocking
