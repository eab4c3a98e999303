-- What a person does in Neovim with a pair of files, after the recipe of docs/editors.md. Prints a line for each step.
local function step(name, ok, seen)
  io.stdout:write('\n' .. (ok and 'ok ' or 'not ok ') .. name .. (ok and '' or ': ' .. vim.inspect(seen)) .. '\n')
end

local function within(condition)
  return vim.wait(60000, condition, 20)
end

local function messages()
  return vim.tbl_map(function(found) return found.message end, vim.diagnostic.get(0))
end

local function says(words)
  return function() return table.concat(messages(), '\n'):find(words, 1, true) ~= nil end
end

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 60000) or {}) do
    if answer.result then return answer.result end
  end
end

local function at(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  return vim.lsp.util.make_position_params()
end

local function line_of(words)
  for number, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if text:find(words, 1, true) then return number, text:find(words, 1, true) - 1 end
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function run()
  vim.cmd('edit ks.cfg')
  local ks = vim.api.nvim_get_current_buf()
  step('a mistake is reported', within(says('#timezon# is not declared by site.xclarity.json')), messages())

  local line, column = line_of('#timezon#')
  local params = vim.lsp.util.make_range_params()
  params.range = vim.tbl_map(function(c) return { line = line - 1, character = c } end, { start = column, ['end'] = column + 9 })
  vim.api.nvim_win_set_cursor(0, { line, column })
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
  local fix
  for _, action in ipairs(ask('textDocument/codeAction', params) or {}) do
    if action.title:find('#timezone#', 1, true) then fix = action end
  end
  step('a quick fix is offered', fix ~= nil, fix)
  if fix and not fix.edit then fix = ask('codeAction/resolve', fix) end
  vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
  step('the quick fix corrects the text', text():find('timezone #timezone# --utc', 1, true) ~= nil, text())
  step('the report goes', within(function() return #messages() == 0 end), messages())

  line, column = line_of('#timezone#')
  local hover = ask('textDocument/hover', at(line, column + 3))
  step('a hover explains the macro', hover and vim.inspect(hover):find('Time zone', 1, true) ~= nil, hover)
  local places = ask('textDocument/definition', at(line, column + 3))
  step('the definition is in the other file', places and vim.inspect(places):find('site.xclarity.json', 1, true) ~= nil, places)

  vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'lang #' })
  local typed = at(vim.api.nvim_buf_line_count(0), 5)
  typed.position.character = 6
  local offered = ask('textDocument/completion', typed)
  local items = offered and (offered.items or offered) or {}
  local labels = vim.tbl_map(function(item) return item.label end, items)
  local isOffered = vim.inspect(labels):find('timezone', 1, true) ~= nil and vim.bo.omnifunc == 'v:lua.vim.lsp.omnifunc'
  step('completion offers the macro', isOffered, { labels, vim.bo.omnifunc })
  local marks = vim.tbl_filter(function(item) return vim.inspect(item):find('${', 1, true) ~= nil end, items)
  step('no snippet comes to an editor without snippets', #marks == 0, marks)
  vim.api.nvim_buf_set_lines(0, -2, -1, false, {})

  local rename = at(line, column + 3)
  rename.newName = 'zone'
  vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', rename) or {}, 'utf-16')
  step('a rename changes this file', text():find('timezone #zone# --utc', 1, true) ~= nil, text())
  vim.cmd('buffer site.xclarity.json')
  step('and the other one', text():find('"name":"zone"', 1, true) ~= nil, text())
  vim.cmd('silent wall')

  local formatted = ask('textDocument/formatting', vim.lsp.util.make_formatting_params({ tabSize = 2, insertSpaces = true }))
  vim.lsp.util.apply_text_edits(formatted or {}, 0, 'utf-16')
  step('the configuration file is formatted', text():find('\n  "category": "dynamic"', 1, true) ~= nil, text())
  vim.cmd('silent wall')

  vim.fn.writefile({ '{ "links": [{ "unattend": "ks.cfg", "config": "other.xclarity.json" }] }' }, 'xclarity.json')
  vim.api.nvim_set_current_buf(ks)
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '# changed' })
  step('a link that somebody else changes is noticed', within(says('#zone# is not declared by other.xclarity.json')), messages())
end

local ok, problem = pcall(run)
if not ok then step('the steps run to their end', false, problem) end
step('the server is ended', pcall(vim.lsp.stop_client, vim.lsp.get_active_clients()))
vim.cmd('qall!')
