-- loads a session without a screen or sound device and tells what is in it, as JSON
AudioEngine:set_backend ("None (Dummy)", "", "")
local session = load_session ("FOLDER", "NAME")
local tracks, marks = {}, {}
local function quoted (text) return '"' .. text:gsub ('["\\]', "\\%0") .. '"' end
for route in session:get_routes ():iter () do
  local track = route:to_track ()
  if not track:isnil () then
    for region in track:playlist ():region_list ():iter () do
      local sound = region:to_audioregion ()
      table.insert (tracks, string.format (
        '{"name": %s, "muted": %s, "gain": %.9f, "position": %d, "length": %d, "channels": %d, "peak": %.9f}',
        quoted (route:name ()), route:muted (), route:gain_control ():get_value (),
        region:position ():samples (), region:length ():samples (), sound:n_channels (),
        sound:maximum_amplitude (nil)))
    end
  end
end
for location in session:locations ():list ():iter () do
  if not location:is_session_range () then
    table.insert (marks, string.format ('{"name": %s, "length": %d}', quoted (location:name ()),
      location:_end ():samples () - location:start ():samples ()))
  end
end
print (string.format ('{"start": %d, "stop": %d, "tracks": [%s], "marks": [%s]}',
  session:current_start_sample (), session:current_end_sample (),
  table.concat (tracks, ", "), table.concat (marks, ", ")))
close_session ()
quit ()
