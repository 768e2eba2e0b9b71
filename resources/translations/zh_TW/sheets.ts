<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>FileText</name>
    <message>
        <source>This file is neither a workbook (.xlsx) nor a CSV file.</source>
        <translation>這個檔案不是活頁簿（.xlsx），也不是 CSV 檔。</translation>
    </message>
    <message>
        <source>Workbooks of the old kind (.xls) cannot be read. Save it as .xlsx, then try again.</source>
        <translation>無法讀取舊版活頁簿（.xls），請另存為 .xlsx 後再試一次。</translation>
    </message>
    <message>
        <source>The workbook is protected by a password. Take it off, then try again.</source>
        <translation>這份活頁簿設有密碼，請移除密碼後再試一次。</translation>
    </message>
    <message>
        <source>The workbook is damaged. Open it in a spreadsheet program and save it again.</source>
        <translation>這份活頁簿已毀損，請用試算表軟體開啟並重新儲存。</translation>
    </message>
    <message>
        <source>The workbook has no sheet.</source>
        <translation>這份活頁簿沒有工作表。</translation>
    </message>
    <message>
        <source>The file is too large to be read here.</source>
        <translation>檔案太大，無法讀取。</translation>
    </message>
    <message>
        <source>A sheet has at most 1,048,576 rows.</source>
        <translation>一張工作表最多 1,048,576 列。</translation>
    </message>
    <message>
        <source>A sheet has at most 16,384 columns.</source>
        <translation>一張工作表最多 16,384 欄。</translation>
    </message>
    <message>
        <source>The text of this file cannot be read. Save it as CSV UTF-8, then try again.</source>
        <translation>無法辨識這個檔案的文字編碼，請另存為「CSV UTF-8」後再試一次。</translation>
    </message>
    <message>
        <source>A quotation mark in this file is never closed.</source>
        <translation>這個檔案有引號沒有結尾。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Perhaps it was moved, or you may not read it.</source>
        <translation>無法開啟檔案，可能已被移走，或您沒有讀取權限。</translation>
    </message>
    <message>
        <source>The file cannot be written. Perhaps it is open elsewhere, the disk is full, or you may not write there.</source>
        <translation>無法寫入檔案，可能正被其他程式開啟、磁碟已滿，或您沒有寫入權限。</translation>
    </message>
    <message>
        <source>This was canceled. The file is as it was before.</source>
        <translation>已取消，檔案維持原狀。</translation>
    </message>
    <message>
        <source>Cell %1 is too long for a workbook. Export it as CSV.</source>
        <translation>儲存格 %1 的內容超過活頁簿的長度上限，請改為匯出 CSV。</translation>
    </message>
    <message>
        <source>The file could not be used: %1</source>
        <translation>無法使用這個檔案：%1</translation>
    </message>
</context>
</TS>
