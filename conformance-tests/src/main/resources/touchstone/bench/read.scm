; A datum of ten megabytes, read from a string: lists, symbols, numbers, strings and characters.
(define piece
  "(entry 12345 \"a short string\" (nested (list of symbols) #(1 2 3) #t) -7 #\\a . tail)\n")

(define (doubled text n)
  (if (= n 0)
      text
      (doubled (string-append text text) (- n 1))))

(define text (string-append "(" (doubled piece 17) ")"))

(let ((datum (read (open-input-string text))))
  (list (string-length text) (length datum) (car (cdr (list-ref datum 131071)))))
